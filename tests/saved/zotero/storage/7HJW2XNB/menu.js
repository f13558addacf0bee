function menu(){}
